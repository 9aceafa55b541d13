import { handle } from "@/server/api/handle";
import { authorise } from "@/server/auth/authorise";

export const GET = handle(async ({ api }) => authorise(await api.teams.me(), "researcher"));
