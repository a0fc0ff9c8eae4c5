"""Python's gql over the running server: it fetches the schema, validates against it, asks,
and is told of errors. CONCORD_URL is the server's address."""

import os
import unittest

from gql import Client, GraphQLRequest, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.requests import RequestsHTTPTransport
from graphql import GraphQLError, print_schema

ADDRESS = os.environ.get("CONCORD_URL", "http://127.0.0.1:8080/") + "graphql"
QUESTION = "query Country($iso3: String!) { countries(where: {iso3: {eq: $iso3}}) { name iso3 } }"


def client(**options) -> Client:
    return Client(transport=RequestsHTTPTransport(url=ADDRESS, use_json=True), **options)


class TestGQL(unittest.TestCase):
    def test_fetches_the_schema_with_every_option(self):
        args = {"descriptions": True, "specified_by_url": True, "directive_is_repeatable": True,
                "schema_description": True, "input_value_deprecation": True, "input_object_one_of": True}
        with client(fetch_schema_from_transport=True, introspection_args=args) as session:
            self.assertIn("Exercise", session.client.schema.type_map)
            self.assertIn("type Country", print_schema(session.client.schema))

    def test_asks_and_validates(self):
        with client(fetch_schema_from_transport=True) as session:
            answer = session.execute(GraphQLRequest(QUESTION, variable_values={"iso3": "CHN"}))
            self.assertEqual(answer, {"countries": [{"name": "China", "iso3": "CHN"}]})
            with self.assertRaisesRegex(GraphQLError, "nme"):
                session.execute(gql("{ countries { nme } }"))

    def test_is_told_of_errors(self):
        with client() as session, self.assertRaises(TransportQueryError) as raised:
            session.execute(gql("{ countries { nme } }"))
        self.assertIn("nme", raised.exception.errors[0]["message"])


if __name__ == "__main__":
    unittest.main()
