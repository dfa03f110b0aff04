/** The city of `city/service`; a text without a city is told by whoever looks the service up. */
export function cityOf(service: string): string {
  const end = service.indexOf("/");
  return end === -1 ? "" : service.slice(0, end);
}
