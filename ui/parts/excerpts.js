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
  article.dataset.number = claim.number;
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
  whole.onclick = () => act("whole", { number: claim.number });
  const places = make("button", "", "Other places considered");
  places.onclick = () => act("places", { number: claim.number });
  tools.append(whole, copy);
  why.append(places);
  article.append(head, quote, facts, why, tools);
  return article;
};

/** The excerpt that is stood at, and the way to the next and the previous one. */
class Turning {
  constructor(root, data, act) {
    this.cards = [...root.querySelectorAll(".dlx-card")];
    this.data = data;
    this.act = act;
    this.at = Math.max(0, data.cards.findIndex(({ number }) => number === data.current));
    this.back = make("button", "", "‹ Previous");
    this.on = make("button", "", "Next ›");
    this.where = make("span", "dlx-where");
    this.where.setAttribute("aria-live", "polite");
    this.back.onclick = () => this.turn(-1);
    this.on.onclick = () => this.turn(1);
    this.back.title = "The previous excerpt (P)";
    this.on.title = "The next excerpt (N)";
    const bar = make("div", "dlx-turning");
    bar.append(this.back, this.where, this.on);
    root.prepend(bar);
    this.show();
  }

  /** @param {1 | -1} by */
  turn(by) {
    const next = this.at + by;
    const { offset, total } = this.data;
    if (offset + next < 0 || offset + next >= total) return;
    if (next < 0 || next >= this.cards.length) {
      this.act("turn", { number: by });
      return;
    }
    this.at = next;
    this.show();
    this.cards[next].scrollIntoView({ block: "start" });
    this.cards[next].focus({ preventScroll: true });
  }

  show() {
    const { offset, total } = this.data;
    const position = offset + this.at + 1;
    this.where.textContent = `${position} of ${total}`;
    this.back.disabled = position <= 1;
    this.on.disabled = position >= total;
    this.cards.forEach((element, i) => element.classList.toggle("dlx-current", i === this.at));
  }
}

/** Where a letter is written and not meant as a key. */
const WRITING = "input, textarea, select, [contenteditable]";

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".dlx") ?? parentElement.appendChild(make("section", "dlx"));
  root.setAttribute("aria-label", "Excerpts");
  root.replaceChildren(...data.cards.map((claim, i) => card(claim, data.offset + i + 1, data.total, setTriggerValue)));
  root.listening?.abort();
  if (data.current === null || data.cards.length === 0) return () => {};
  const turning = new Turning(root, data, setTriggerValue);
  if (turning.at > 0) turning.cards[turning.at].scrollIntoView({ block: "start" });
  root.listening = new AbortController();
  const { signal } = root.listening;
  document.addEventListener("dateline:turn", (event) => turning.turn(event.detail), { signal });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(WRITING)) return;
    const by = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (by) turning.turn(by);
  }, { signal });
  return () => root.listening.abort();
}
