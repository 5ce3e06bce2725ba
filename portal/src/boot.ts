import '#portal/ui/tokens.css';
import '#portal/ui/base.css';
import { connectionNow } from '#portal/app/client.ts';
import { askEarly } from '#portal/app/early.ts';
import { applyTheme, currentTheme } from '#portal/app/theme.ts';

// The small first file: on a slow line the record is asked for while React is still being fetched.
applyTheme(currentTheme());
askEarly(connectionNow(), location);
void import('#portal/app/main.tsx');
