package parts

import "mingce/site/page"

// of makes the values of one type that a part shows.
func of[T any]() func() any { return func() any { return new(T) } }

// Table lists every part, by name. A part shows one type of package page.
func Table() []Part {
	return []Part{
		{"amount", "一项奖补怎样计算", of[page.Amount]()},
		{"around", "前后篇", of[page.Article]()},
		{"asked", "供审核:一个要填的情况", of[page.Asked]()},
		{"awards", "能拿到的奖补,一项一行", of[[]page.Award]()},
		{"box", "文件信息,按政府网站的次序", of[[]page.Fact]()},
		{"chart", "奖补随一个数变化的图", of[page.Chart]()},
		{"cite", "依据的原文和条款", of[page.Cite]()},
		{"clause", "政策原文的一条", of[page.Clause]()},
		{"crumbs", "当前位置", of[[]page.Link]()},
		{"derived", "供审核:由两个数算出的数", of[page.Derived]()},
		{"facets", "按年份、主题、关键词缩小目录", of[[]page.Facet]()},
		{"footer", "页脚:谁对本站负责", of[page.Site]()},
		{"grants", "条款旁的相关奖补", of[page.Clause]()},
		{"header", "页首:站名和菜单", of[page.Site]()},
		{"manual", "供审核的各页之间的路", of[page.Manual]()},
		{"needs", "要符合的条件,逐条打钩", of[[]page.Need]()},
		{"notice", "文件失效、废止或被修改时的说明", of[page.Notice]()},
		{"pager", "长目录的分页", of[page.Pager]()},
		{"period", "公示的起止日期", of[page.Period]()},
		{"poster", "可以转发的图", of[page.Poster]()},
		{"read", "供审核:一个解释口径", of[page.Reading]()},
		{"related", "相关文件,按关系排列", of[[]page.Relation]()},
		{"requirement", "供审核:一个条件", of[page.Requirement]()},
		{"roster", "名单,可以排序", of[page.Table]()},
		{"route", "申报要走的几站", of[page.Route]()},
		{"rows", "列表", of[[]page.Row]()},
		{"settings", "读者怎样看页面:字号、颜色、对比度、朗读", of[page.Site]()},
		{"toc", "目录", of[[]page.Entry]()},
		{"toolbar", "打印、下载、字号、朗读", of[page.Toolbar]()},
		{"words", "原文,其中有另外解释的词", of[page.Words]()},
	}
}
