-- Old answers are deleted in the order of their age.
CREATE INDEX command_by_age ON command (at);
