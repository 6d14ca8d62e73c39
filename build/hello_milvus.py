"""The flow of pymilvus' own hello_milvus example, over TLS with user name and password, against the outputs of a stack.

Argument: a file with what `slipway outputs --json --reveal` printed.
"""
import json
import sys

import numpy as np
from pymilvus import Collection, CollectionSchema, DataType, FieldSchema, connections, utility
from pymilvus.exceptions import MilvusException

with open(sys.argv[1]) as file:
    outputs = json.load(file)
where = dict(
    uri=outputs["milvus.uri"],
    secure=True,
    server_pem_path=outputs["milvus.ca-file"],
    server_name=outputs["milvus.server-name"],
)
NAME, ROWS, DIM = "hello_milvus", 3000, 8

try:
    connections.connect("wrong", user=outputs["milvus.user"], password="not the password", timeout=10, **where)
    utility.list_collections(using="wrong")
    sys.exit("a wrong password was let in")
except MilvusException as refused:
    print("a wrong password is refused:", refused.code)

connections.connect("default", user=outputs["milvus.user"], password=outputs["milvus.password"], **where)
if utility.has_collection(NAME):
    utility.drop_collection(NAME)
hello = Collection(
    NAME,
    CollectionSchema(
        [
            FieldSchema("pk", DataType.VARCHAR, is_primary=True, auto_id=False, max_length=100),
            FieldSchema("random", DataType.DOUBLE),
            FieldSchema("embeddings", DataType.FLOAT_VECTOR, dim=DIM),
        ],
        "hello_milvus is the simplest demo to introduce the APIs",
    ),
    consistency_level="Strong",
)
rng = np.random.default_rng(seed=19530)
keys = [str(i) for i in range(ROWS)]
randoms = rng.random(ROWS).tolist()
vectors = rng.random((ROWS, DIM), np.float32)
hello.insert([keys, randoms, vectors])
hello.flush()
assert hello.num_entities == ROWS, hello.num_entities

hello.create_index("embeddings", {"index_type": "IVF_FLAT", "metric_type": "L2", "params": {"nlist": 128}})
hello.load()

params = {"metric_type": "L2", "params": {"nprobe": 10}}
hits = hello.search(vectors[-2:], "embeddings", params, limit=3, output_fields=["random"])
assert [hit[0].id for hit in hits] == keys[-2:], hits
found = hello.query(expr="random > 0.5", output_fields=["random", "embeddings"])
assert len(found) == sum(value > 0.5 for value in randoms), len(found)
page1 = hello.query(expr="random > 0.5", limit=4, output_fields=["random"])
page2 = hello.query(expr="random > 0.5", offset=1, limit=3, output_fields=["random"])
assert len(page1) == 4 and [row["pk"] for row in page2] == [row["pk"] for row in page1[1:]], (page1, page2)
filtered = hello.search(vectors[-2:], "embeddings", params, limit=3, expr="random > 0.5", output_fields=["random"])
assert all(hit.entity.get("random") > 0.5 for hit in filtered[0]), filtered

hello.delete(f'pk in ["{keys[0]}" , "{keys[1]}"]')
assert hello.query(expr=f'pk in ["{keys[0]}" , "{keys[1]}"]') == []
utility.drop_collection(NAME)
assert not utility.has_collection(NAME)
print("hello_milvus: passed")
