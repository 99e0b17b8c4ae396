const STARS = 12;
const STAR = Array.from({ length: 10 }, (_, at) => {
  const angle = (at * Math.PI) / 5 - Math.PI / 2;
  const radius = at % 2 === 0 ? 10 : 10 * 0.381966;
  return `${(radius * Math.cos(angle)).toFixed(2)},${(radius * Math.sin(angle)).toFixed(2)}`;
}).join(' ');

const star = (at: number): string => {
  const angle = (at * 2 * Math.PI) / STARS;
  const [x, y] = [135 + 60 * Math.sin(angle), 90 - 60 * Math.cos(angle)];
  return `<polygon points="${STAR}" fill="#FFCC00" transform="translate(${x.toFixed(2)} ${y.toFixed(2)})"/>`;
};

/** The emblem of the Union by its geometrical description: twelve stars on a circle, height two thirds of the width. */
export const unionEmblem = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 270 180"><rect width="270" height="180" fill="#003399"/>${Array.from(
  { length: STARS },
  (_, at) => star(at),
).join('')}</svg>`;
