import { handle } from "@/server/api/handle";
import { apiHeaders } from "@/server/api/security-headers";

export const GET = handle<{ id: string }>(async ({ api, params }) => {
  const { receipt } = await api.submissions.get(params);
  const headers = {
    ...apiHeaders,
    "content-disposition": `attachment; filename="${params.id}.receipt.json"`,
  };
  return Response.json(receipt, { headers });
});
