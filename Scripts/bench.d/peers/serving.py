"""How peers answer: the same requests as our side's (Sources/plantsh-bench/Server.swift), a JSON object a line."""
import json
import sys
import traceback


def serve(rows):
    """`rows` by name: objects with `peers()` and `measure(peer)`, and, where the peers start from our weights,
    `take_over(folder)` and `differences()`."""
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = respond(rows, request)
        except Exception as error:
            traceback.print_exc()
            answer = {"fault": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer, ensure_ascii=False), flush=True)


def respond(rows, request):
    if request["ask"] == "rows":
        return {"rows": list(rows)}
    row = rows[request["row"]]
    if request["ask"] == "peers":
        return {"peers": row.peers()}
    if request["ask"] == "take_over":
        row.take_over(request["folder"])
        return {}
    if request["ask"] == "differences":
        return row.differences()
    if request["ask"] == "measure":
        return {"value": row.measure(request["peer"]), "check": getattr(row, "check", "")}
    raise ValueError(request["ask"])
