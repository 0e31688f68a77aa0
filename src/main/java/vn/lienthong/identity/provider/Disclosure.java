package vn.lienthong.identity.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Profiles;
import vn.lienthong.identity.login.StaffRegister;

/** What a client learns of the person behind a log-in: of the profile exactly what the granted scopes name. */
@Component
public class Disclosure {

    private final Profiles profiles;
    private final StaffRegister staff;

    Disclosure(Profiles profiles, StaffRegister staff) {
        this.profiles = profiles;
        this.staff = staff;
    }

    /** By the names of the claims. */
    public Map<String, Object> of(Login login, Set<String> scopes) {
        Map<String, Object> profile = profile(login);
        Map<String, Object> told = new LinkedHashMap<>();
        Scopes.PERSONAL.stream()
                .filter(scopes::contains)
                .flatMap(scope -> Scopes.CLAIMS.getOrDefault(scope, Set.of()).stream())
                .filter(profile::containsKey)
                .forEach(claim -> told.put(claim, profile.get(claim)));
        return told;
    }

    private Map<String, Object> profile(Login login) {
        return staff.rights(login)
                .map(rights -> Map.<String, Object>of("name", rights.displayName()))
                .orElseGet(() -> profiles.of(login));
    }
}
