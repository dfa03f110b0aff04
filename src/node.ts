export { readPack } from "./pack/read-pack.ts";
