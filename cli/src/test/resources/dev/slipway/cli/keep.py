"""Writes a small collection, or proves that it is still there. Arguments: what outputs --json --reveal printed; write or read."""
import json
import sys

from pymilvus import MilvusClient

with open(sys.argv[1]) as file:
    outputs = json.load(file)
client = MilvusClient(
    uri=outputs["milvus.uri"],
    user=outputs["milvus.user"],
    password=outputs["milvus.password"],
    server_pem_path=outputs["milvus.ca-file"],
    server_name=outputs["milvus.server-name"],
)
if sys.argv[2] == "write":
    client.create_collection("kept", dimension=4)
    client.insert("kept", [{"id": i, "vector": [i, 1.0, 0.0, 0.0]} for i in range(100)])
    client.flush("kept")
client.load_collection("kept")
rows = client.query("kept", filter="id >= 0", output_fields=["id"], limit=1000)
assert sorted(row["id"] for row in rows) == list(range(100)), rows
