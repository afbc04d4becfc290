/** The way back to what was found. */
export function Back({ back }: { back?: { href: string; words: string } | undefined }) {
  if (!back) return null;
  return (
    <p class="back">
      <a href={back.href}>← {back.words}</a>
    </p>
  );
}
