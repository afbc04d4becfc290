const kept = 'text-size';

/** Whether the reader asked for larger text; remembered on the device. */
export function isTextLarge(): boolean {
  try {
    return localStorage.getItem(kept) === 'large';
  } catch {
    return false; // storage is closed in some private windows
  }
}

export function setTextLarge(large: boolean): void {
  document.documentElement.classList.toggle('large', large);
  try {
    if (large) localStorage.setItem(kept, 'large');
    else localStorage.removeItem(kept);
  } catch {
    // not remembered, but shown
  }
}

/** Applies what was chosen on an earlier page. */
export function keepTextSize(): void {
  if (isTextLarge()) setTextLarge(true);
}
