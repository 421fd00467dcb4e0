using System.Globalization;
using Refractor.Audit.References.Online;
using Refractor.Audit.Texts;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Audit.References.Online;

public sealed class ReferenceServiceTests : IDisposable
{
    private const string Doi = "10.1000/abc(1)x";
    private const string Title = "A made-up study of resistance to a made-up drug";

    private const string Work = """
        {"DOI":"10.1000/ABC(1)X","title":["A made-up study of <i>resistance</i> to a\n made-up&amp; drug"],
         "author":[{"given":"X","family":"Madeup","sequence":"first"},{"name":"The Group"}],
         "issued":{"date-parts":[[2019,3]]},"relation":{},"unknown":{"deep":[1]}}
        """;

    private readonly FakeIndex _index = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private ReferenceServiceOptions Options =>
        new()
        {
            CrossrefAddress = _index.Address,
            EuropePmcAddress = _index.Address,
            RequestsPerSecond = 1000,
            FirstWait = TimeSpan.FromMilliseconds(1),
            Timeout = TimeSpan.FromSeconds(10),
        };

    private async Task<OnlineReference> FindAsync(ListedReference reference, ReferenceServiceOptions? options = null)
    {
        using var service = new ReferenceService(options ?? Options);
        return (await service.FindAsync([reference], TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }

    private static OnlineAnswer Crossref(OnlineReference found) => found.Answers.Single(a => a.Source == "Crossref");

    private static ListedReference ByDoi => Entry.Of("x", doi: Doi);

    [Fact]
    public async Task A_doi_gives_the_paper()
    {
        _index.Work(Doi, Work);
        var answer = Crossref(await FindAsync(ByDoi));
        (answer.Outcome, answer.By).ShouldBe((OnlineOutcome.Exists, OnlineKey.Doi));
        answer.Record.ShouldBe(
            new OnlineRecord
            {
                Title = "A made-up study of resistance to a made-up& drug",
                FirstAuthor = "Madeup",
                Year = 2019,
                Doi = Doi,
            }
        );
        _index.Agents.ShouldAllBe(a => a.StartsWith("Refractor/") && a.EndsWith(" (research use)") && !a.Contains('@'));
    }

    [Fact]
    public async Task A_pmid_gives_the_paper()
    {
        _index.Paper(
            "EXT_ID:77 AND SRC:MED",
            """{"id":"77","source":"MED","pmid":"77","doi":"10.1000/Z","title":"T.","authorString":"van Made AB, Up C.","pubYear":"2020","pubType":"journal article"}"""
        );
        var answer = (await FindAsync(Entry.Of("x", pmid: "77"))).Answers.ShouldHaveSingleItem();
        answer.Record.ShouldBe(
            new OnlineRecord
            {
                Title = "T",
                FirstAuthor = "van Made",
                Year = 2020,
                Doi = "10.1000/z",
                Pmid = "77",
            }
        );
    }

    [Fact]
    public async Task An_unknown_doi_does_not_exist_and_the_title_names_the_paper_meant()
    {
        var entry = Entry.Of("x", doi: "10.1000/none", title: Title);
        _index.Found(Title, """{"DOI":"10.1000/other","title":["Weather in the mountains"]}, """ + Work);
        var answer = Crossref(await FindAsync(entry));
        (answer.Outcome, answer.Record?.Doi).ShouldBe((OnlineOutcome.DoesNotExist, Doi));
        _index.Found(Title, """{"DOI":"10.1000/other","title":["Weather in the mountains"]}""");
        Crossref(await FindAsync(entry)).Record.ShouldBeNull();
    }

    [Fact]
    public async Task A_doi_of_another_agency_exists()
    {
        _index.With("/works/10.1000/data/agency", new FakeAnswer(200, """{"message":{"agency":{"id":"datacite"}}}"""));
        var answer = Crossref(await FindAsync(Entry.Of("x", doi: "10.1000/data")));
        (answer.Outcome, answer.Record).ShouldBe((OnlineOutcome.Exists, null));
    }

    [Fact]
    public async Task An_entry_with_a_title_only_is_searched_and_one_without_anything_is_not()
    {
        _index.Found(Title, Work);
        Crossref(await FindAsync(Entry.Of("x", title: Title))).By.ShouldBe(OnlineKey.Title);
        (await FindAsync(Entry.Of("x"))).Answers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"updated-by\":[{\"DOI\":\"10.1000/n\",\"type\":\"retraction\"}]", true, null)]
    [InlineData("\"updated-by\":[{\"DOI\":\"10.1000/n\",\"type\":\"correction\"}]", false, null)]
    [InlineData("\"update-to\":[{\"DOI\":\"10.1000/abc(1)x\",\"type\":\"retraction\"}]", true, null)]
    [InlineData("\"update-to\":[{\"DOI\":\"10.1000/other\",\"type\":\"retraction\"}]", false, "10.1000/other")]
    [InlineData("\"relation\":{\"is-retracted-by\":[{\"id\":\"10.1000/n\"}]}", true, null)]
    [InlineData("\"title\":[\"RETRACTED: A study\"]", true, null)]
    [InlineData("\"title\":[],\"author\":[],\"issued\":{\"date-parts\":[[null]]}", false, null)]
    public async Task Crossref_tells_of_retractions(string fields, bool retracted, string? retractionOf)
    {
        _index.Work(Doi, $$"""{"DOI":"{{Doi}}",{{fields}}}""");
        var record = Crossref(await FindAsync(ByDoi)).Record.ShouldNotBeNull();
        (record.Retracted, record.RetractionOf).ShouldBe((retracted, retractionOf));
    }

    [Theory]
    [InlineData("\"pubType\":\"Retracted Publication; Journal Article\"")]
    [InlineData("\"pubTypeList\":{\"pubType\":[\"Journal Article\",\"Retracted Publication\"]}")]
    public async Task Europe_PMC_tells_of_retractions(string fields)
    {
        _index.Paper($"DOI:\"{Doi}\"", $$"""{"doi":"{{Doi}}","title":"T",{{fields}}}""");
        (await FindAsync(ByDoi))
            .Answers.Single(a => a.Source == "Europe PMC")
            .Record.ShouldNotBeNull()
            .Retracted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_busy_index_is_asked_again(int status)
    {
        var good = new FakeAnswer(200, "{\"message\":" + Work + "}");
        _index.With("/works/" + Doi, new FakeAnswer(status), new FakeAnswer(status), good);
        Crossref(await FindAsync(ByDoi)).Outcome.ShouldBe(OnlineOutcome.Exists);
        _index.Asked.Count(a => a == "/works/" + Doi).ShouldBe(3);
    }

    [Fact]
    public async Task The_wait_that_an_index_asks_for_is_kept()
    {
        _index.With(
            "/works/" + Doi,
            new FakeAnswer(429, RetryAfter: 1),
            new FakeAnswer(200, "{\"message\":" + Work + "}")
        );
        var started = Environment.TickCount64;
        Crossref(await FindAsync(ByDoi)).Outcome.ShouldBe(OnlineOutcome.Exists);
        // Timers may fire some milliseconds early.
        (Environment.TickCount64 - started).ShouldBeGreaterThan(950);
    }

    [Fact]
    public async Task An_index_that_asks_for_a_longer_wait_than_allowed_is_not_asked_again()
    {
        _index.With("/works/" + Doi, new FakeAnswer(429, RetryAfter: 3600));
        var answer = Crossref(await FindAsync(ByDoi));
        answer.Outcome.ShouldBe(OnlineOutcome.NotReachable);
        answer.Message.ShouldNotBeNull().ShouldContain("asks to wait 3600 s");
        _index.Asked.Count(a => a == "/works/" + Doi).ShouldBe(1);
    }

    [Theory]
    [InlineData(500, 4)]
    [InlineData(400, 1)]
    [InlineData(403, 1)]
    public async Task An_index_that_goes_on_failing_is_not_reachable(int status, int requests)
    {
        _index.With("/works/" + Doi, new FakeAnswer(status));
        Crossref(await FindAsync(ByDoi)).Message.ShouldNotBeNull().ShouldContain($"it answered {status}");
        _index.Asked.Count(a => a == "/works/" + Doi).ShouldBe(requests);
    }

    [Fact]
    public async Task A_slow_answer_is_given_up()
    {
        _index.With("/works/" + Doi, new FakeAnswer(200, "{}", DelayMs: 1500));
        var answer = Crossref(
            await FindAsync(ByDoi, Options with { Timeout = TimeSpan.FromMilliseconds(100), Attempts = 2 })
        );
        answer.Message.ShouldNotBeNull().ShouldContain("no answer within 0.1 s");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"message\":")]
    [InlineData("<html>Welcome to the hotel</html>")]
    [InlineData("null")]
    [InlineData("{\"message\":{\"title\":7}}")]
    public async Task What_is_not_the_expected_JSON_is_not_an_answer(string body)
    {
        _index.With("/works/" + Doi, new FakeAnswer(200, body));
        var answer = Crossref(await FindAsync(ByDoi, Options with { CacheFolder = _folder.Root }));
        answer.Message.ShouldNotBeNull().ShouldContain("not the JSON that is expected");
        _index.Work(Doi, Work);
        Crossref(await FindAsync(ByDoi, Options with { CacheFolder = _folder.Root }))
            .Outcome.ShouldBe(OnlineOutcome.Exists);
    }

    [Fact]
    public async Task Without_a_connection_the_message_says_where_and_what_to_do()
    {
        var nobody = FakeIndex.Nobody();
        var answer = Crossref(await FindAsync(ByDoi, Options with { CrossrefAddress = nobody }));
        answer
            .Message.ShouldNotBeNull()
            .ShouldStartWith($"Could not reach Crossref at {nobody.ToString().TrimEnd('/')}: ");
        answer.Message!.ShouldContain("or check the references without the network");
    }

    [Fact]
    public async Task After_three_failures_in_a_row_an_index_is_asked_no_more()
    {
        using var service = new ReferenceService(Options with { Attempts = 1, Concurrency = 1 });
        var list = Enumerable.Range(0, 9).Select(i => Entry.Of("x", doi: $"10.1000/{i}")).ToList();
        foreach (var entry in list)
            _index.With("/works/" + entry.Doi, new FakeAnswer(500));
        var found = await service.FindAsync(list, TestContext.Current.CancellationToken);
        found.ShouldAllBe(f => Crossref(f).Outcome == OnlineOutcome.NotReachable);
        _index.Asked.Count(a => a.StartsWith("/works")).ShouldBe(3);
    }

    [Fact]
    public async Task A_kept_answer_is_not_asked_for_again_until_it_expires()
    {
        _index.Work(Doi, Work);
        var options = Options with { CacheFolder = Path.Combine(_folder.Root, "new") };
        var missing = Entry.Of("x", doi: "10.1000/none");
        await FindAsync(ByDoi, options);
        await FindAsync(missing, options);
        var asked = _index.Asked.Count;
        Crossref(await FindAsync(ByDoi, options)).Record.ShouldNotBeNull().Year.ShouldBe(2019);
        Crossref(await FindAsync(missing, options)).Outcome.ShouldBe(OnlineOutcome.DoesNotExist);
        _index.Asked.Count.ShouldBe(asked);
        await FindAsync(ByDoi, options with { CacheExpiry = TimeSpan.Zero });
        _index.Asked.Count.ShouldBeGreaterThan(asked);
        Directory
            .GetFiles(options.CacheFolder!)
            .ShouldAllBe(f => Path.GetFileName(f).Length == 64 + 5 && f.EndsWith(".json"));
    }

    [Fact]
    public async Task A_damaged_file_of_the_cache_is_asked_for_anew()
    {
        _index.Work(Doi, Work);
        var options = Options with { CacheFolder = _folder.Root };
        await FindAsync(ByDoi, options);
        foreach (var file in Directory.GetFiles(_folder.Root))
            await File.WriteAllTextAsync(file, "{\"Addr", TestContext.Current.CancellationToken);
        Crossref(await FindAsync(ByDoi, options)).Outcome.ShouldBe(OnlineOutcome.Exists);
    }

    [Fact]
    public async Task Cancelling_ends_the_look_up()
    {
        _index.With("/works/" + Doi, new FakeAnswer(200, "{}", DelayMs: 1500));
        using var service = new ReferenceService(Options);
        using var cancel = new CancellationTokenSource(50);
        await Should.ThrowAsync<OperationCanceledException>(() => service.FindAsync([ByDoi], cancel.Token));
    }

    [Fact]
    public async Task Requests_are_paced_bounded_and_answered_in_order()
    {
        var list = Enumerable
            .Range(0, 12)
            .Select(i => Entry.Of("x", pmid: string.Create(CultureInfo.InvariantCulture, $"{i + 1}")))
            .ToList();
        foreach (var entry in list)
            _index.With(
                $"/search?query=EXT_ID:{entry.Pmid} AND SRC:MED&format=json",
                new FakeAnswer(200, "{\"resultList\":{\"result\":[{\"pmid\":\"" + entry.Pmid + "\"}]}}", DelayMs: 30)
            );
        using var service = new ReferenceService(Options with { RequestsPerSecond = 50, Concurrency = 2 });
        var found = await service.FindAsync(list, TestContext.Current.CancellationToken);
        found.Select(f => f.Answers[0].Record!.Pmid).ShouldBe(list.Select(r => r.Pmid));
        _index.MostAtOnce.ShouldBeLessThanOrEqualTo(2);
        // Eleven pauses of 20 ms; timers may fire some milliseconds early.
        (_index.Times.Max() - _index.Times.Min()).ShouldBeGreaterThan(180);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Limits_of_nothing_are_refused(double perSecond, int concurrency, int attempts) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new ReferenceService(
                new ReferenceServiceOptions
                {
                    RequestsPerSecond = perSecond,
                    Concurrency = concurrency,
                    Attempts = attempts,
                }
            )
        );
}
