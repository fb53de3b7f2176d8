using System.Collections.Generic;

namespace IntrusiveLists.Tests;

/// <summary>Completes a call that names two lists with every choice of elements that an operation allows.</summary>
internal delegate IEnumerable<Call> Selection(Model model, Call lists);
