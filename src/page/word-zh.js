/** What the page says of a Word file, in Chinese. */
export default {
  title: '来自 Word：{name}',
  reading: '正在读取文件。任何内容都不会离开本页。',
  receipt: '文件中各字符的去向',
  characters: '文件字符数',
  kept: '在信函中',
  added: '新增：Markdown 标记、自动编号、行尾',
  leftOut: '略去：{about}',
  dropped: {
    deleted: '已删除的文本', 'moved-away': '文本移动前所在位置', comments: '批注', hidden: '隐藏文字', headers: '后续页的页眉',
    footers: '页脚', 'note-marks': '脚注前的标记', 'page-breaks': '分页符', spaces: '不显示的空格', readings: '注音', 'unmarked-notes': '文中没有标记的注释', fields: '域显示的内部名称和路径',
  },
  remarks: {
    'unknown-element': '未知元素，其文本已保留：{about}', 'link-dropped': '略去链接：{about}', 'picture-without-description': '没有说明的图片不在信函中。',
    'emblem-dropped': '信头中的图片不在信函中。', 'object-dropped': '嵌入对象不在信函中：{about}', 'macros-dropped': '文件含有宏；未读取。',
    'template-dropped': '文件的模板在别处；未打开：{about}', 'name-in-properties': '文件属性中的姓名：{about}', 'unknown-symbol': '未知符号，写作 �：{about}',
    'unknown-number-format': '未知编号格式，以数字书写：{about}', 'chunk-dropped': '缺少另一文件的文本（{about}）：请用 Word 打开该文件并保存。', unfilled: '信函中有未填写的字段：{about}',
  },
  refusals: {
    unaccepted: '文件含有无人接受的修订或批注。请在 Word 中接受或拒绝修订，删除批注，然后保存。', old: '这是 Word 97–2003 文件。请在 Word 中另存为“Word 文档 (.docx)”。',
    encrypted: '文件有密码保护。请不带密码保存。', 'rich-text': '这是 RTF 文件。请在 Word 中另存为“Word 文档 (.docx)”。', pdf: '这是 PDF 文件。请使用其来源的 Word 文件。',
    page: '这是网页。请在 Word 中另存为“Word 文档 (.docx)”。', 'not-word': '这不是 Word 文件。', damaged: '文件已损坏。请用 Word 打开（可能会修复）并保存。',
    'too-large': '文件大于任何信函。', 'document-type': '未读取文件：它可能引用其他文件。', failed: '未能读取文件。',
  },
  accept: '按全部接受后的样子显示', save: '保存为 Markdown', close: '关闭',
  comparing: '正在与已发布版本比较。', unpublished: '信函的这一版本未在此发布。', unreachable: '未能加载已发布版本以作比较。', identical: '文本相同：已发布版本内容一致。', differs: '文本与已发布版本不同：',
  here: '文件中', there: '已发布',
};
