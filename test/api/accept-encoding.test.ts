import { expect, test } from "vitest";
import { acceptsGzip } from "../../src/api/accept-encoding.ts";

test.each([
  ["gzip", true],
  ["br, gzip;q=0.5", true],
  ["GZIP ; Q=1.0", true],
  ["*", true],
  ["br, *;q=0.1", true],
  ["identity", false],
  ["br", false],
  ["gzip;q=0", false],
  ["*, gzip;q=0.000", false],
  ["gzip;q=x", false],
  ["", false],
])('"%s" accepts gzip: %s', (acceptEncoding, accepts) => {
  expect(acceptsGzip(acceptEncoding)).toBe(accepts);
});
