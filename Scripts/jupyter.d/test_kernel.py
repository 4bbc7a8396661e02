"""The kernel under jupyter_kernel_test, whole: no part of it is left out."""
import unittest

import jupyter_kernel_test


class PlantshKernel(jupyter_kernel_test.KernelTests):
    kernel_name = "plantsh"
    language_name = "lua"
    file_extension = ".lua"
    code_hello_world = "print 'hello, world'"
    code_stderr = "io.stderr:write 'complaint'"
    code_page_something = "? pipeline"
    completion_samples = [
        {"text": "pipeli", "matches": {"pipeline"}},
        {"text": "data.cs", "matches": {"csv"}},
        {"text": "x = 'a' fo", "matches": {"for"}},
    ]
    complete_code_samples = ["x = 1", "print 'a'", "for k = 1, 2 do print(k) end", "1 + 1"]
    incomplete_code_samples = ["for k = 1, 2 do", "x = {", "f(", "s = [[ long"]
    invalid_code_samples = ["x = )", "end", "x = 'abc"]
    code_generate_error = "error 'no'"
    code_execute_result = [{"code": "6 * 7", "result": "42"}, {"code": "x = 20\nx + 1", "result": "21"}]
    code_display_data = [
        {"code": "print(data.table { a = { 1 } })", "mime": "text/html"},
        {"code": "print(plot.histogram(data.table { a = { 1, 2 } }, 'a'))", "mime": "image/svg+xml"},
    ]
    code_history_pattern = "6 * *"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "data.csv"
    code_clear_output = "clear_output()"

    def test_input(self):
        self.flush_channels()
        sent = self.kc.execute("x = io.read() return x .. '!'", allow_stdin=True)
        self.assertEqual(self.kc.get_stdin_msg(timeout=10)["msg_type"], "input_request")
        self.kc.input("typed")
        reply = self.kc.get_shell_msg(timeout=10)
        self.assertEqual(reply["parent_header"]["msg_id"], sent)
        self.assertEqual(reply["content"]["status"], "ok")

    def test_progress_moves_in_its_place(self):
        self.flush_channels()
        code = """
        t = data.table { x = { 0, 1, 2, 3, 10, 11, 12, 13 }, kind = { 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'b' } }
        net = models.mlp { hidden = { 64 } }
        net:fit(t, { target = 'kind', epochs = 8000, batch = 2 })
        """
        _, shown = self.execute_helper(code=code, timeout=60)
        kinds = [message["msg_type"] for message in shown]
        self.assertIn("display_data", kinds)
        self.assertIn("update_display_data", kinds)
        ids = {m["content"]["transient"]["display_id"] for m in shown if "display" in m["msg_type"] and m["content"].get("transient")}
        self.assertEqual(len(ids), 1)


if __name__ == "__main__":
    unittest.main()
