// A colour for every label: the known ones from palette.json, which the reader and the
// Neo4j Browser style share; others one that their name decides, so that it stays.
import palette from '../palette.json';

const known: Record<string, string> = palette;

export function colourOf(label: string): string {
  const colour = known[label];
  if (colour) return colour;
  let hash = 0;
  for (const char of label) hash = (hash * 31 + char.codePointAt(0)!) >>> 0;
  return `hsl(${hash % 360} 45% 45%)`;
}
