import { useEffect, useState } from 'preact/hooks';

/** Whether list and map fit side by side; undefined until the script knows. */
export function useWide(): boolean | undefined {
  const [wide, setWide] = useState<boolean>();
  useEffect(() => {
    const asked = matchMedia('(min-width: 60rem)');
    const told = () => setWide(asked.matches);
    told();
    asked.addEventListener('change', told);
    return () => asked.removeEventListener('change', told);
  }, []);
  return wide;
}
