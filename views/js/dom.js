/** Make elements; text goes in as text and nowhere as markup. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, string>} [attributes] @param {(Node | string)[]} [children]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} path of a 16 by 16 drawing @returns {SVGElement} */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  play: "M4 2.5v11l9-5.5z",
  pause: "M4 2.5h3v11H4zM9 2.5h3v11H9z",
  back: "M11 2.5v11L4 8z",
  forward: "M5 2.5v11L12 8z",
};

/**
 * @param {string} label @param {string | null} path an icon, or null to show the label
 * @param {() => void} act @returns {HTMLButtonElement}
 */
export function button(label, path, act) {
  const made = el("button", { type: "button", title: label, "aria-label": label }, [path ? icon(path) : label]);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} label @param {[string, string][]} options value and text @param {(value: string) => void} act
 * @returns {HTMLSelectElement}
 */
export function select(label, options, act) {
  const made = el("select", { "aria-label": label, title: label });
  for (const [value, text] of options) made.append(el("option", { value }, [text]));
  made.addEventListener("change", () => act(made.value));
  return made;
}
