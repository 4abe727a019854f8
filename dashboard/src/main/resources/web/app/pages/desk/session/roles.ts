/** Whether somebody with these roles records and corrects facts. */
export function mayCurate(roles: string[]): boolean {
    return roles.includes('curator') || roles.includes('admin');
}
