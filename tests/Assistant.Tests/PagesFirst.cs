using Assistant.Tests.Web;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Assistant.Tests.PagesFirst", "Assistant.Tests")]

namespace Assistant.Tests;

/// <summary>The tests of pages run one after the other, for half of the whole time: begun last, they would keep one core waiting for the other.</summary>
public sealed class PagesFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => string.Equals(collection.DisplayName, Chromium.Pages, StringComparison.Ordinal) ? 0 : 1);
}
