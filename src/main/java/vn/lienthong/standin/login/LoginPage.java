package vn.lienthong.standin.login;

import java.util.List;
import java.util.stream.Collectors;

/** The page on which a trial citizen is chosen. */
final class LoginPage {

    private LoginPage() {}

    static String of(List<LoginAccount> accounts, Form asked) {
        String hidden = asked.values().entrySet().stream()
                .map(entry -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(plain(entry.getKey()), plain(entry.getValue())))
                .collect(Collectors.joining());
        String choices = accounts.stream()
                .map(account -> "<p><button name=\"account\" value=\"%s\">%s</button></p>"
                        .formatted(plain(account.key()), plain(account.title())))
                .collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="utf-8"><title>Đăng nhập giả lập</title></head>
                <body><main><h1>Hệ thống giả lập: đây không phải Cổng Dịch vụ công quốc gia</h1>
                <form method="post" action="login">%s%s
                <p><button name="account" value="">Hủy</button></p></form></main></body></html>
                """.formatted(hidden, choices);
    }

    private static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
