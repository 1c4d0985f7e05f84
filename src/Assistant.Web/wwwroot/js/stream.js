// Server-sent events over fetch: EventSource can neither post nor be told apart from a fault when it ends.

/** Posts the fields of a question and yields {event, data} until the answer is complete. */
export async function* ask(fields, signal) {
  const response = await fetch("/ask", { method: "POST", headers: { Accept: "text/event-stream" }, body: fields, signal });
  if (!response.ok) {
    const problem = await response.json().catch(() => null);
    yield { event: "error", data: { message: problem?.detail ?? response.statusText } };
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    buffer += value;
    let end;
    while ((end = buffer.indexOf("\n\n")) >= 0) {
      const message = parse(buffer.slice(0, end));
      buffer = buffer.slice(end + 2);
      if (message) yield message;
    }
  }
}

function parse(block) {
  let event = "message";
  const data = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) event = line.slice(6).trim();
    else if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
  }
  return data.length ? { event, data: JSON.parse(data.join("\n")) } : null;
}
