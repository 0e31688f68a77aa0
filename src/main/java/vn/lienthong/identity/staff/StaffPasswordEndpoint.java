package vn.lienthong.identity.staff;

import static vn.lienthong.identity.staff.StaffPages.to;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.login.StaffRegister;
import vn.lienthong.identity.staff.StaffPages.View;
import vn.lienthong.identity.staff.StaffPages.Visit;

/** The pages on which people set their password; afterwards they log in with it. */
@RestController
class StaffPasswordEndpoint {

    private static final String AFTERWARDS = StaffSecurity.LOGIN + "?notice=set";

    private final StaffPasswords passwords;
    private final StaffSession session;
    private final StaffPages pages;
    private final Addresses addresses;
    private final Logins logins;

    StaffPasswordEndpoint(
            StaffPasswords passwords, StaffSession session, StaffPages pages, Addresses addresses, Logins logins) {
        this.passwords = passwords;
        this.session = session;
        this.pages = pages;
        this.addresses = addresses;
        this.logins = logins;
    }

    @GetMapping("/staff/invitation")
    ResponseEntity<byte[]> invited(HttpServletRequest request, HttpServletResponse response) {
        return pages.show(Visit.of(request, response), View.INVITATION, null, Map.of("name", ""));
    }

    @PostMapping("/staff/invitation")
    ResponseEntity<byte[]> set(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> wrong =
                fresh.equals(again) ? passwords.set(name, code, fresh, addresses.of(request)) : Optional.of("differ");
        return wrong.isEmpty()
                ? to(AFTERWARDS)
                : pages.show(
                        Visit.of(request, response), View.INVITATION, invitation(wrong.get()), Map.of("name", name));
    }

    @GetMapping("/staff/password")
    ResponseEntity<byte[]> own(Authentication browser, HttpServletRequest request, HttpServletResponse response) {
        return staff(browser).isEmpty()
                ? to(StaffSecurity.LOGIN)
                : pages.show(Visit.of(request, response), View.PASSWORD, null, Map.of());
    }

    @PostMapping("/staff/password")
    ResponseEntity<byte[]> change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            Authentication browser,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Login> login = staff(browser);
        if (login.isEmpty()) {
            return to(StaffSecurity.LOGIN);
        }
        Optional<String> wrong = fresh.equals(again)
                ? passwords.change(login.get().subject(), current, fresh, addresses.of(request))
                : Optional.of("differ");
        if (wrong.isPresent()) {
            return pages.show(Visit.of(request, response), View.PASSWORD, wrong.get(), Map.of());
        }
        session.leave(request, response);
        return to(AFTERWARDS);
    }

    private static String invitation(String word) {
        return "wrong".equals(word) ? "invitation" : word;
    }

    private Optional<Login> staff(Authentication browser) {
        return logins.of(browser).filter(login -> StaffRegister.PROVIDER.equals(login.provider()));
    }
}
