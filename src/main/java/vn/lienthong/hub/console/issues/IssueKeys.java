package vn.lienthong.hub.console.issues;

import org.springframework.stereotype.Component;
import vn.lienthong.trust.Seal;

/** Names issues: shortly, and telling nothing to whoever does not see the issue itself. */
@Component
public class IssueKeys {

    private final Seal seal;

    IssueKeys(Seal seal) {
        this.seal = seal;
    }

    /** Of the dossiers of this sender that the portal does not have for this cause. */
    public String blocked(String sender, String cause) {
        return of(Kind.BLOCKED, sender, cause);
    }

    String of(Kind kind, String neighbour, String cause) {
        return seal.hash("issue|" + kind + "|" + neighbour + "|" + cause).substring(0, 16);
    }
}
