/**
 * A client's folder: its name, with every character but letters, digits and hyphens written as `_`
 * and two hexadecimal digits. No two clients have one folder, and none reaches into another's.
 */
export function folderOf(client: string): string {
  return [...Buffer.from(client, "utf8")]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9-]/.test(letter) ? letter : `_${byte.toString(16).padStart(2, "0")}`;
    })
    .join("");
}

/** Where the files of an upload lie, as the table's partitions place them. */
export function uploadPrefix(client: string, upload: string): string {
  return `in/${folderOf(client)}/${upload}/`;
}

/** Where a run's results lie: nothing else is ever written there. */
export function resultPrefix(client: string, run: string): string {
  return `out/${folderOf(client)}/${run}/`;
}
