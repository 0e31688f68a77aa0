package vn.lienthong.hub.national.account;

import java.util.Optional;

/** Asks the portal for an account; from threads that may wait. */
@FunctionalInterface
public interface TechIdQuestions {

    /** Empty when the portal knows none; fails when it says nothing. */
    Optional<String> ask(String number);
}
