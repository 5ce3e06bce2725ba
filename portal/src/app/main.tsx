import { createRoot } from 'react-dom/client';
import { App } from '#portal/app/app.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
