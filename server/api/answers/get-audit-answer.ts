import { RungError } from "../../errors";
import type { Call } from "../handle";
import { wholeHeaders } from "../security-headers";
import { type AuditTable, auditTable } from "./audit-csv";
import { csvAnswer } from "./csv-answer";
import { csvLine } from "./csv-line";

/** A whole maintainers' view as CSV, read page by page while it is sent. Loading the first page checks permission. */
export async function getAuditAnswer({ api, params, query }: Call<{ view: string }>): Promise<Response> {
  const table = auditTable(api.audit, params.view, query);
  if (!table) {
    throw new RungError("not_found", `There is no view "${params.view}".`, "See /audit for the views.");
  }
  const first = await table.page(undefined);
  return csvAnswer(streamOf(table, first), `audit-${params.view}`, wholeHeaders);
}

function streamOf(table: AuditTable, first: Awaited<ReturnType<AuditTable["page"]>>) {
  const encoder = new TextEncoder();
  let page = first;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(csvLine(table.names)));
    },
    async pull(controller) {
      if (page.lines.length > 0) controller.enqueue(encoder.encode(page.lines.map(csvLine).join("")));
      if (page.next === null) controller.close();
      else page = await table.page(page.next);
    },
  });
}
