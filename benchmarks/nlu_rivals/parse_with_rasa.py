"""Parses {"texts": [...]} from stdin with the Rasa model named by the first argument; prints a ranking a text. Runs in Rasa's runtime."""

import asyncio
import json
import sys

from rasa.core.agent import Agent


async def main() -> None:
    agent = Agent.load(sys.argv[1])
    rankings = []
    for text in json.load(sys.stdin)["texts"]:
        parsed = await agent.parse_message(text.lstrip("/"))
        rankings.append([(entry["name"], entry["confidence"]) for entry in parsed["intent_ranking"]] or [("none", 0.0)])
    print(json.dumps(rankings))


asyncio.run(main())
