import { BarChart, SankeyChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { formatNumber } from "../../engine/explanation/format.ts";
import type { Outcome } from "../../engine/model/decision.ts";
import { type Language, say } from "../../engine/model/text.ts";
import { OUTCOMES } from "../../simulation/outcomes.ts";
import type { SimulationReport } from "../../simulation/report.ts";
import { OUTCOMES_SHORT } from "./words.ts";

const WIDTH = 760;
/** Colours stand in the page's style, for light, dark and paper. */
const INK = "var(--ink)";

/** Who goes from which outcome to which, as bands as wide as they are many. */
export function flowChart(report: SimulationReport, language: Language): string {
  const node = (side: "from" | "to", outcome: Outcome) => {
    const rows = report.outcomes[side][outcome];
    const told = `${say(OUTCOMES_SHORT[outcome], language)}\n${formatNumber(rows, language)}`;
    return {
      name: `${side} ${outcome}`,
      depth: side === "from" ? 0 : 1,
      itemStyle: { color: `var(--${outcome})` },
      label: { position: side === "from" ? "left" : "right", formatter: () => told },
    };
  };
  const nodes = (["from", "to"] as const).flatMap((side) =>
    OUTCOMES.filter((outcome) => report.outcomes[side][outcome] > 0).map((one) => node(side, one)),
  );
  const links = report.matrix.map(({ from, to, rows }) => ({
    ...{ source: `from ${from}`, target: `to ${to}`, value: rows },
    lineStyle: { color: `var(--${to})`, opacity: from === to ? 0.2 : 0.6 },
  }));
  return drawn(300, {
    series: [
      {
        ...{ type: "sankey", data: nodes, links, silent: true, emphasis: { disabled: true } },
        ...{ left: 140, right: 140, top: 16, bottom: 16, nodeGap: 26, layoutIterations: 0 },
        label: { color: INK, fontSize: 13 },
      },
    ],
  });
}

/** Numbers of one bar, part by part. */
export interface Bar {
  readonly name: string;
  readonly parts: readonly number[];
  /** What stands behind the bar. */
  readonly told: string;
}

/** A bar for each, parted by the colours of the page's style that have these names. */
export function barsChart(bars: readonly Bar[], colours: readonly string[]): string {
  const last = colours.length - 1;
  const series = colours.map((colour, place) => ({
    ...{ type: "bar", stack: "all", silent: true, emphasis: { disabled: true }, barMaxWidth: 22 },
    itemStyle: { color: `var(--${colour})` },
    data: bars.map(({ parts }) => parts[place] ?? 0),
    label: {
      ...{ show: place === last, position: "right", color: INK, fontSize: 13 },
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => bars[dataIndex]?.told ?? "",
    },
  }));
  return drawn(24 + bars.length * 38, {
    grid: { left: 250, right: 130, top: 8, bottom: 8 },
    xAxis: { type: "value", show: false },
    yAxis: {
      ...{ type: "category", inverse: true, data: bars.map(({ name }) => name) },
      ...{ axisTick: { show: false }, axisLine: { lineStyle: { color: "var(--line)" } } },
      axisLabel: { color: INK, fontSize: 13, width: 230, overflow: "break" },
    },
    series,
  });
}

/** Draws as text: no page is needed, and nothing runs in the reader's. */
function drawn(height: number, option: EChartsCoreOption): string {
  use([BarChart, SankeyChart, GridComponent, SVGRenderer]);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: "inherit" }, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
