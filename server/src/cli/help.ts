import type { Bilingual } from '../profile/profile.ts';

export const HELP: Bilingual = {
  zh: `jxmb: 检查、整理、导入、导出和打印项目支出绩效目标表

用法:
  jxmb check 文件或文件夹… [--format text|json|ndjson] [--fail-on error|warning|info]
                   [--profile 表样] [--strict] [--rule 规则=级别]… [--threads 线程数]
  jxmb format 文件… [--check] [--punctuation half|full] [--align-amounts]
                    [--profile 表样]
  jxmb import 文件… [-o 输出文件] [--force] [--table 表]… [--profile 表样] [--list] [--report text|json]
  jxmb export 文件 -o 输出文件 [--force] [--format xlsx|docx|html|csv|md|json]
                   [--layout published|structured|both] [--paper A3|A4] [--profile 表样]
  jxmb preview 文件 [-o 网页.html] [--force] [--view list|structured|budget|coverage]
                    [--paper A3|A4] [--profile 表样]
  jxmb rules [规则]
  jxmb lsp --stdio

check    列出表格(.jxmb)中的问题。写文件夹则检查其中和下级文件夹里的全部表格,按名称排列;隐藏的(名称以 . 开头)和
         node_modules 不看,指向文件夹的链接不进。写 - 则从标准输入读文件清单: 一行一个路径,或一行一个 JSON,
         写作 {"file": "路径"},也可以带上正文 "text"。读不了的逐个说明,其余照常检查。
  --format text|json|ndjson      给人看的文字,或供程序读取的 JSON(行列从 0 算起,列按 UTF-16 计);
                                 ndjson 一行一个问题或文件,最后一行是合计,说明见 docs/scale.md
  --fail-on error|warning|info   有这一级或更重的问题时以 1 退出(默认 error)
  --profile 表样                 没有写"版式"的表按哪种表样来读(默认 guangzhou);
                                 也可以是自己的表样文件(.jxmb-profile.json)
  --strict                       默认不查的也查
  --rule 规则=级别               改变一条规则的级别: off、hint、info、warning、error;可以写几次
  --threads 线程数               用几个线程检查(默认与处理器核数相同;1 则不另开线程);结果和次序不变

format   整理表格(.jxmb)的写法: 一行一条指标,缩进、标点、金额写法统一;内容、注释、行尾不变。写回原文件,列出改动了的文件。
  --check                        不写文件,只列出需要整理的文件;有则以 1 退出
  --punctuation half|full        冒号、分号用半角还是全角(默认 half)
  --align-amounts                同一段里的金额上下对齐
  --profile 表样                 同 check

import   把 Excel(.xlsx)、Word(.docx)、有文字的 PDF、网页、CSV、Markdown、制表符分列的文本里的绩效目标表,
         或导出的 JSON,变成 .jxmb;几个文件合成一张表。哪些放进去了、补好了、没放进去,写在标准错误输出。
  -o, --output 文件    写入文件;不写或写 - 则送到标准输出
  --force              文件已经存在时替换它;不写则不动已有的文件
  --list               不导入,列出文件里有哪些表、认出了什么
  --table 表           要导入的表,写序号(见 --list)或工作表名;可以写几次。不写则导入认出的表,没有导入的另列出来
  --profile 表样       按哪种表样写;不写则按最合的一种。也可以是自己的表样文件(.jxmb-profile.json)
  --report text|json   导入说明的形式

export   把表格(.jxmb)变成 Excel、Word、网页、CSV、Markdown 或 JSON 文件;引用的表一并在内。表里的错误不妨碍导出,
         有几个写在标准错误输出。
  -o, --output 文件    输出文件,格式由结尾 .xlsx、.docx、.html、.csv、.md、.json 决定;写 - 则送到标准输出
  --format 格式        不按文件名,写明格式
  --force              文件已经存在时替换它;不写则不动已有的文件
  --layout 版面        公开的版面 published、一行一条指标 structured;both 两种各一页(.xlsx 默认)
  --paper A3|A4        打印用纸,横向(默认 A3)
  --profile 表样       同 check

preview  把表格(.jxmb)变成一个独立的网页文件,版面同公开的表格,可以打印、存档;不含检查出的问题,不引用别的文件。
  -o, --output 文件         写入文件;不写则送到标准输出
  --force                   文件已经存在时替换它
  --view 样式               公开的版面 list(默认)、一条指标一行 structured、
                            资金构成图 budget、指标分布图 coverage
  --paper A3|A4             打印用纸,横向(默认 A3)
  --profile 表样            同 check

rules    列出全部规则;写出代号则说明这一条: 查什么、为什么、怎样写、怎样不检查。

lsp      供编辑器使用的语言服务器,经标准输入输出通信;配置见 docs/editors.md。

  -h, --help           显示本说明
  --version            显示版本

文件可以是 UTF-8(有无 BOM 均可)、UTF-16(有 BOM)或 GB18030(含 GBK)编码。
消息的语言由 LC_ALL、LC_MESSAGES、LANG 决定: 以 zh 开头为中文,否则为英文。
退出代码: 0 没有达到 --fail-on 的问题,没有需要整理的文件;1 有;2 无法执行(原因见标准错误输出)。
`,
  en: `jxmb: check, format, import, export and print tables of performance targets (项目支出绩效目标表)

Usage:
  jxmb check FILE|FOLDER… [--format text|json|ndjson] [--fail-on error|warning|info]
                   [--profile PROFILE] [--strict] [--rule RULE=LEVEL]… [--threads N]
  jxmb format FILE… [--check] [--punctuation half|full] [--align-amounts]
                    [--profile PROFILE]
  jxmb import FILE… [-o OUT] [--force] [--table TABLE]… [--profile PROFILE] [--list] [--report text|json]
  jxmb export FILE -o OUT [--force] [--format xlsx|docx|html|csv|md|json]
                   [--layout published|structured|both] [--paper A3|A4] [--profile PROFILE]
  jxmb preview FILE [-o PAGE.html] [--force] [--view list|structured|budget|coverage] [--paper A3|A4]
                    [--profile PROFILE]
  jxmb rules [RULE]
  jxmb lsp --stdio

check    Lists what is wrong in tables (.jxmb). Of a folder all tables in it and below are checked, by name, but for what
         is hidden (its name begins with .) and node_modules; links to folders are not followed. - stands for a list of
         files on the standard input: a path a line, or a JSON object a line, {"file": "PATH"}, which may bring the
         table's "text" too. What cannot be read is told one by one, and the rest is checked.
  --format text|json|ndjson      text for people, or JSON for programs (lines and UTF-16 characters from 0); ndjson is an
                                 object a line for each finding and file, and one for all at the end: docs/scale.md
  --fail-on error|warning|info   exit with 1 where there is something as grave as this (default: error)
  --profile PROFILE              how tables are read that name no profile (版式); guangzhou by default;
                                 or a file with one of your own (.jxmb-profile.json)
  --strict                       find also what is off by default
  --rule RULE=LEVEL              how grave the findings of a rule are: off, hint, info, warning, error; may be given again
  --threads N                    how many threads check (default: one a core; 1: none besides the program's own); what is
                                 written, and its order, does not depend on it

format   Lays tables (.jxmb) out in one style: one indicator a line, indentation, punctuation, amounts. What they say,
         comments and line ends stay. Writes the files back and names those that changed.
  --check                        write nothing, only name the files that would change; exit with 1 where there is one
  --punctuation half|full        the width of colons and semicolons (default: half)
  --align-amounts                put the amounts of a block under each other
  --profile PROFILE              as with check

import   Makes a .jxmb document of the tables of performance targets in workbooks (.xlsx), documents (.docx), PDF files
         with text, pages, CSV, Markdown or text parted by tabs, or of a table exported as JSON; several files become
         one table. What was placed, mended and not placed is told on the standard error output.
  -o, --output OUT     write to a file; without it, or with -, to the standard output
  --force              replace the file if it is there already; without it, no file is touched that is there
  --list               import nothing; list the tables of the files and what was recognised
  --table TABLE        import this table: its number (see --list) or the name of its sheet; may be given again.
                       Without it, what is recognised is imported, and what is left out is told
  --profile PROFILE    write for this profile instead of the one that fits best; or a file with one of your own
  --report text|json   the form of what is told

export   Makes a workbook, a document, a page, CSV, Markdown or JSON of a table (.jxmb), with the tables that it takes in.
         Errors in the table do not keep it from being exported; how many there are is told on the standard error output.
  -o, --output OUT     the file to write; its ending says the format: .xlsx, .docx, .html, .csv, .md, .json.
                       - stands for the standard output
  --format FORMAT      the format, whatever the file is called
  --force              replace the file if it is there already; without it, no file is touched that is there
  --layout LAYOUT      published: a row a project; structured: a row an indicator; both: a sheet each (.xlsx has both
                       by default)
  --paper A3|A4        what it is printed on, across (default: A3)
  --profile PROFILE    as with check

preview  Makes a page (HTML) of a table (.jxmb), laid out as tables are published, to be printed or kept: one file that
         needs no other. What is found in the table is not in it.
  -o, --output PAGE         write to a file instead of the standard output
  --force                   replace the file if it is there already
  --view VIEW               list: as published (the default); structured: a row for each indicator;
                            budget, coverage: pictures of the money and of the classes of indicators
  --paper A3|A4             what it is printed on, across (default: A3)
  --profile PROFILE         as with check

rules    Lists all rules; with an id, explains that one: what it finds, why, how to write it, how to turn it off.

lsp      The language server for editors, over the standard input and output; docs/editors.md says how to set it up.

  -h, --help           show this
  --version            show the version

Files may be in UTF-8 (with or without BOM), UTF-16 (with BOM) or GB18030 (GBK is part of it).
Messages are in Chinese where LC_ALL, LC_MESSAGES or LANG begins with zh, else in English.
Exit code: 0 nothing as grave as --fail-on, no file to be formatted; 1 something; 2 it cannot be done (why, is told on the standard error output).
`,
};
