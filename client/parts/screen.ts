import { useEffect, useState } from 'preact/hooks';

/** Whether list and map fit side by side; false until the script knows, so that a phone draws its list once. */
export function useWide(): boolean {
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const asked = matchMedia('(min-width: 60rem)');
    const told = () => setWide(asked.matches);
    told();
    asked.addEventListener('change', told);
    return () => asked.removeEventListener('change', told);
  }, []);
  return wide;
}
