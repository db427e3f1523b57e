/** Fetch what Python laid ready. */

/** @param {string} address @returns {Promise<any>} */
export async function json(address) {
  return JSON.parse(new TextDecoder().decode(await fetched(address)));
}

/** @param {string} address an address of this server, or base64 after "data:," @returns {Promise<ArrayBuffer>} */
export async function fetched(address) {
  if (address.startsWith("data:")) {
    const text = atob(address.slice(address.indexOf(",") + 1));
    return unpacked(Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
  }
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for the claims`);
  return unpacked(await answer.arrayBuffer());
}

/** Open what was packed as gzip; leave anything else as it is. @param {ArrayBuffer} buffer @returns {Promise<ArrayBuffer>} */
async function unpacked(buffer) {
  const [first, second] = new Uint8Array(buffer);
  if (first !== 0x1f || second !== 0x8b) return buffer;
  return new Response(new Blob([buffer]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
