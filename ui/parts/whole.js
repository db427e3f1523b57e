/** Write a whole text, opened at an excerpt of it; every word goes in as text. Mounted by ui/excerpts.py. */

const make = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
};

const left = (count, where) => make("p", "dlx-small", count ? `${count.toLocaleString("en-GB")} characters ${where} are not shown` : "");

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".dlx-whole") ?? parentElement.appendChild(make("section", "dlx-whole"));
  root.setAttribute("aria-label", "Whole text");
  const excerpt = make("span", "dlx-here");
  excerpt.tabIndex = -1;
  for (const [text, markings] of data.segments) {
    const name = markings ? markings.split(" ").map((it) => `dlx-m-${it}`).join(" ") : "";
    excerpt.append(name ? make("mark", name, text) : document.createTextNode(text));
  }
  const text = make("div", "dlx-text");
  text.append(data.before, excerpt, data.after);
  root.replaceChildren(left(data.left_before, "before this"), text, left(data.left_after, "after this"));
  excerpt.scrollIntoView({ block: "center" });
  excerpt.focus({ preventScroll: true });
  return () => {};
}
