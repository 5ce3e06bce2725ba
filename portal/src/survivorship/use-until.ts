import { useEffect, useState } from 'react';

/** How long, in milliseconds, the server takes an answer back without a trace of it reaching anybody. */
export const undoFor = 10_000;

/** Whether a moment is still to come, as of now. */
export function useUntil(moment: number): boolean {
  const [over, setOver] = useState(0);
  useEffect(() => {
    const left = moment - Date.now();
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setOver(moment), left);
    return () => clearTimeout(timer);
  }, [moment]);
  return moment > over;
}
