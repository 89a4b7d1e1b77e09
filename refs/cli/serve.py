"""``refs serve``: a Crossref-compatible REST API over a local index."""

from __future__ import annotations

import click

from refs.cli.options import SourceChoice, source_option


@click.command("serve")
@click.option("--api", is_flag=True, help="Serve the Crossref-compatible REST API.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8808,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@source_option
def serve_command(
    api: bool,
    host: str,
    port: int,
    choice: SourceChoice,
) -> None:
    """Answer as Crossref's REST API does, from a local index.

    Any Crossref client can be pointed at the address that is printed:

        refs serve --api --source index:DIR
    """
    if not api:
        raise click.UsageError("the web page is not there yet: serve the REST API with  refs serve --api")
    from refs.resolve.sources.sample import open_sample_index
    from refs.serve import serve_api

    settings = choice.settings()
    sources = choice.open() if settings.sources else [open_sample_index(settings.cache_folder)]
    if len(sources) > 1:
        raise click.UsageError("the API serves one source: name it with  --source index:DIR")
    serve_api(sources[0], host, port, ready=lambda url: click.echo(f"{url}/works  ({sources[0].name})"))
