/** Write claims as cards; every word goes in as text. Mounted by ui/excerpts.py. */

const make = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
};

const card = (claim, position, total, act) => {
  const article = make("article", `dlx-card dlx-${claim.status}`);
  article.tabIndex = -1;
  article.dataset.first = claim.first;
  article.dataset.last = claim.last;
  const head = make("p", "dlx-head");
  head.append(make("span", "dlx-status", claim.status), make("span", "dlx-kind", claim.kind));
  head.append(make("span", "dlx-number", `${position} of ${total}`));
  const quote = make("blockquote", "dlx-quote");
  for (const [text, markings] of claim.segments) {
    quote.append(markings ? make("mark", markings.split(" ").map((it) => `dlx-m-${it}`).join(" "), text) : document.createTextNode(text));
  }
  const facts = make("dl", "dlx-facts");
  const fact = (name, value) => {
    if (value) facts.append(make("dt", "", name), make("dd", "", value));
  };
  fact("Said by", claim.chain.join(" › "));
  fact("Said on", claim.said);
  fact("When", claim.when);
  fact("In", `${claim.carrier}. ${claim.report}`);
  fact("Read with", claim.setting);
  fact("Movement", claim.movement);
  const why = make("details", "dlx-why");
  why.append(make("summary", "", "Why it stands here"));
  for (const line of claim.places) why.append(make("p", "", line));
  if (claim.reported !== claim.status) why.append(make("p", "", `The report itself puts it as ${claim.reported}.`));
  const tools = make("p", "dlx-tools");
  const copy = make("button", "", "Copy as citation");
  copy.onclick = async () => {
    await navigator.clipboard.writeText(claim.citation);
    copy.textContent = "Copied";
  };
  const whole = make("button", "", "Whole text");
  whole.onclick = () => act("whole", { document: claim.document, start: claim.start });
  const places = make("button", "", "Other places considered");
  places.onclick = () => act("places", { number: claim.number });
  tools.append(whole, copy);
  why.append(places);
  article.append(head, quote, facts, why, tools);
  return article;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".dlx") ?? parentElement.appendChild(make("section", "dlx"));
  root.setAttribute("aria-label", "Excerpts");
  const total = data.total;
  root.replaceChildren(...data.cards.map((claim, i) => card(claim, data.offset + i + 1, total, setTriggerValue)));
  return () => {};
}
