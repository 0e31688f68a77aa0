package vn.lienthong.hub.access;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.audit.Role;

/** Tells callers who they are to the hub and what they may do. */
@RestController
class MeEndpoint {

    /**
     * @param rights what the role gives, none for systems
     * @param department the sender whose traffic alone is shown; empty for everybody's
     */
    record Me(String name, Role role, List<Right> rights, String department) {}

    @GetMapping("/api/v1/me")
    Me me(@AuthenticationPrincipal Caller caller) {
        List<Right> rights = Arrays.stream(Right.values()).filter(caller::may).toList();
        return new Me(caller.actor().name(), caller.role(), rights, caller.department());
    }
}
