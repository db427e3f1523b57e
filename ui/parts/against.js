/** Write what is said and what is denied side by side; every word goes in as text. Mounted by ui/excerpts.py. */

const make = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
};

const words = (claim) => {
  const article = make("article", `dlx-card dlx-${claim.status}`);
  article.append(make("blockquote", "dlx-quote", claim.segments.map(([text]) => text).join("")));
  article.append(make("p", "dlx-small", `${claim.chain.join(" › ")}. ${claim.when}`));
  article.append(make("p", "dlx-small", claim.carrier));
  return article;
};

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".dlx-against") ?? parentElement.appendChild(make("section", "dlx-against"));
  root.setAttribute("aria-label", "Reports that contradict each other");
  const columns = data.sides.map(({ head, cards, more }) => {
    const column = make("div", "dlx-side");
    column.append(make("p", "dlx-side-head", head), ...cards.map(words));
    if (more) column.append(make("p", "dlx-small", `and ${more} more`));
    return column;
  });
  const sides = make("div", "dlx-sides");
  sides.append(...columns);
  root.replaceChildren(make("p", "dlx-against-head", `Reports of ${data.kind} here contradict each other`), sides);
  return () => {};
}
