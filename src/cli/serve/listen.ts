import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

export const LOCALHOST = "127.0.0.1";

/** Listens on this machine alone and gives the address; port 0 takes any that is free. */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOCALHOST, () => {
      server.off("error", reject);
      resolve(`http://${LOCALHOST}:${portOf(server.address())}`);
    });
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new TypeError("not a TCP server");
  return address.port;
}

/** How long requests in flight may go on while the service stops. */
const GRACE_MILLISECONDS = 500;

/** Stops listening, lets requests in flight end, and then cuts what is left. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
