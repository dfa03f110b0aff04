/**
 * What a receipt says, as plain JSON; null where it is none. Whether it is genuine, `verifyReceipt`
 * tells.
 */
export function readPayload(receipt: string): Readonly<Record<string, unknown>> | null {
  try {
    const text = Buffer.from(receipt.split(".")[1] ?? "", "base64url").toString();
    const payload: unknown = JSON.parse(text);
    return typeof payload === "object" && payload !== null ? { ...payload } : null;
  } catch {
    return null;
  }
}
