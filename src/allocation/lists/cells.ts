import type { FactShape, FactValue } from "../../engine/model/catalogue.ts";

/**
 * What a cell of a CSV file says, by the fact's type. Text that is no value of that type is given
 * back as it stands, so that the check of facts tells what is wrong with it.
 */
export function valueOfCell(shape: FactShape, cell: string): FactValue {
  switch (shape.type) {
    case "list": {
      const { items } = shape;
      return cell.split(/[+;]/).map((part) => scalarOf(items, part.trim()));
    }
    default:
      return scalarOf(shape, cell);
  }
}

const YES = ["true", "ya"];
const NO = ["false", "tidak"];

function scalarOf(shape: Exclude<FactShape, { readonly type: "list" }>, cell: string) {
  switch (shape.type) {
    case "boolean": {
      const word = cell.toLowerCase();
      return YES.includes(word) ? true : NO.includes(word) ? false : cell;
    }
    case "integer":
    case "money":
      return /^-?\d+$/.test(cell) ? Number(cell) : cell;
    case "number":
    case "decimal":
      return /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell;
    default:
      return cell;
  }
}
